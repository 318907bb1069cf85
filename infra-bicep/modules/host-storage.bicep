import { names } from '../names.bicep'
import { roles } from '../roles.bicep'
import { reachability } from '../types.bicep'

@description('Required. Name of the account, 3–24 lower-case letters and digits.')
param name string

@description('Required. Region.')
param location string

@description('Required. Tags of every resource.')
param tags object

@description('Required. Redundancy of the account.')
param sku 'Standard_LRS' | 'Standard_ZRS'

@description('Required. Who reaches the account.')
param access reachability

@description('Required. Name of the app\'s identity; names of role assignments derive from it, since they must be known before the identity exists.')
param appIdentityName string

@description('Required. Object id of the app\'s identity.')
param appPrincipalId string

@description('Required. Whether this account also keeps the durable task hub; false when the Durable Task Scheduler does.')
param keepsTaskHub bool

@description('Required. Workspace that the logs go to.')
param workspaceId string

resource account 'Microsoft.Storage/storageAccounts@2025-06-01' = {
  name: name
  location: location
  tags: tags
  kind: 'StorageV2'
  sku: { name: sku }
  properties: {
    accessTier: 'Hot'
    allowBlobPublicAccess: false
    allowCrossTenantReplication: false
    allowSharedKeyAccess: false
    defaultToOAuthAuthentication: true
    isLocalUserEnabled: false
    minimumTlsVersion: 'TLS1_2'
    networkAcls: { bypass: 'AzureServices', defaultAction: access.defaultAction }
    publicNetworkAccess: access.publicNetworkAccess
    supportsHttpsTrafficOnly: true
  }

  resource blobs 'blobServices' = {
    name: 'default'
    properties: {
      containerDeleteRetentionPolicy: { enabled: true, days: 7 }
      deleteRetentionPolicy: { enabled: true, days: 7 }
    }

    resource deployments 'containers' = {
      name: 'deployments'
      properties: { publicAccess: 'None' }
    }

    resource undelivered 'containers' = {
      name: names.undeliveredEvents
      properties: { publicAccess: 'None' }
    }
  }
}

// Leases, host keys and the deployment package live in blobs; the task hub needs queues and tables too.
var appRoles = concat([roles.storageBlobDataOwner], keepsTaskHub ? [roles.storageQueueDataContributor, roles.storageTableDataContributor] : [])

resource grants 'Microsoft.Authorization/roleAssignments@2022-04-01' = [
  for role in appRoles: {
    name: guid(account.id, appIdentityName, role)
    scope: account
    properties: {
      principalId: appPrincipalId
      principalType: 'ServicePrincipal'
      roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', role)
    }
  }
]

resource diagnostics 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'to-log-analytics'
  scope: account::blobs
  properties: {
    workspaceId: workspaceId
    logs: [{ category: 'StorageDelete', enabled: true }]
  }
}

@description('Name of the account.')
output name string = account.name

@description('Resource id of the account.')
output id string = account.id

@description('Address of the container that deployment packages are put in.')
output deploymentContainerUri string = '${account.properties.primaryEndpoints.blob}${account::blobs::deployments.name}'
